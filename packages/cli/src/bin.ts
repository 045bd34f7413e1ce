#!/usr/bin/env node
import { packageName } from "./index.ts";

process.stderr.write(`${packageName} has no commands yet\n`);
process.exitCode = 1;
