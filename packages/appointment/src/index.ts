export { loadMarket } from "./market/load.ts";
