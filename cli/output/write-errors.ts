import type { Problem } from '@facialis/record'
import { badInput, ExitError } from '../input/exit-error.ts'
import type { CommandIo } from '../io/command-io.ts'

/** The disk could not be written (`EX_IOERR`): not to be taken for "something was left out". */
export const ioError = 74

/** Of a name that has to be another. */
const misnamed: Readonly<Record<string, string>> = {
  EEXIST: 'there is a file where a folder should be',
  ENOTDIR: 'there is a file where a folder should be',
  ENOENT: 'there is no such folder, and it cannot be created',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
}
/** Of a disk that does not take it. */
const refused: Readonly<Record<string, string>> = {
  EROFS: 'permission denied',
  ENOSPC: 'no space is left',
  EDQUOT: 'no space is left',
  EFBIG: 'files this large are not allowed there',
}

/** The error of a file or folder that could not be written. */
export function writeError(path: string, error: unknown): ExitError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no more'
  const why = misnamed[code] ?? refused[code] ?? `the system reports ${code}`
  return new ExitError(`${path} cannot be written: ${why}.`, code in misnamed ? badInput : ioError)
}

/** Says that a record could not be kept where it was to be. @returns the code with which the command ends */
export function reportStorageError({ sentence, where }: Problem, { stderr }: Pick<CommandIo, 'stderr'>): number {
  stderr.write(`facialis: ${sentence} (${where})\n`)
  return ioError
}
