/**
 * What a plan leaves behind for one of the same county that differs in little: opaque, large, and of no use outside the
 * process that made it.
 *
 * @public
 */
export class PlanMemory {
  readonly format = "lungang-memory";
}
