/** Version of this package; a test keeps it equal to that of its manifest. */
export const VERSION = "0.1.0";
