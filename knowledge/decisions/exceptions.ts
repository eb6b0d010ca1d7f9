import type { ExceptionKind } from '@facialis/language'
import { type ExceptionCode, exceptionCodes } from '../entries/index.ts'
import { type Kind, kindOf } from './exception-kind.ts'
import { scanExceptions } from './exceptions-scan.ts'
import { sessionExceptions } from './exceptions-session.ts'

/** The only way past a shut gate: coded, signed by a senior clinician, told to the person, ending by itself. */
const kinds: Readonly<Record<ExceptionCode, Kind>> = {
  ...scanExceptions,
  ...sessionExceptions,
}

export const exceptionKinds: readonly ExceptionKind[] = exceptionCodes.map((code) => kindOf(code, kinds[code]))
