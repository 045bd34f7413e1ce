/** The name other packages and manifests use for this package. */
export const packageName = "@lungang/cli";
