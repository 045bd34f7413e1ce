import type { StrategyStatement } from "@lungang/appointment";
import { describeCounterexample } from "@lungang/appointment";
import type { DecidedAppointment } from "./appointment-outcome.ts";

/** Tells whether honest answers are safe, with the theorem or an example of the contrary. */
export function tellStrategy({
  isSafe,
  text,
  reference,
  counterexample,
  example,
}: StrategyStatement): DecidedAppointment["strategy"] {
  return {
    isSafe,
    text,
    reference: reference ?? null,
    example: counterexample === undefined ? (example ?? null) : describeCounterexample(counterexample),
  };
}
