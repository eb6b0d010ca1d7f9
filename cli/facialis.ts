#!/usr/bin/env node
process.stderr.write('facialis: no command is available yet.\n')
process.exitCode = 2
