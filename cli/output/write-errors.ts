import type { Problem } from '@facialis/record'
import { badInput, ExitError } from '../input/exit-error.ts'
import type { CommandIo } from '../io/command-io.ts'

/** The disk could not be written (`EX_IOERR`): not to be taken for "something was left out". */
export const ioError = 74

/** Of a name that has to be another. */
const misnamed: Readonly<Record<string, string>> = {
  EEXIST: 'a file stands where a folder should be',
  ENOTDIR: 'a file stands where a folder should be',
  ENOENT: 'there is no such folder, and none can be made there',
  EACCES: 'it may not be written to',
  EISDIR: 'it is a folder',
}
/** Of a disk that does not take it. */
const refused: Readonly<Record<string, string>> = {
  EROFS: 'it may not be written to',
  ENOSPC: 'no space is left',
  EDQUOT: 'no space is left',
  EFBIG: 'no file may be as large here',
}

/** The error of a file or folder that could not be written. */
export function writeError(path: string, error: unknown): ExitError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no more'
  const why = misnamed[code] ?? refused[code] ?? `the system says ${code}`
  return new ExitError(`${path} cannot be written: ${why}.`, code in misnamed ? badInput : ioError)
}

/** Says that a record could not be kept where it was to be. @returns the code with which the command ends */
export function reportStorageError({ sentence, where }: Problem, { stderr }: Pick<CommandIo, 'stderr'>): number {
  stderr.write(`facialis: ${sentence} (${where})\n`)
  return ioError
}
