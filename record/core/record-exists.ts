import { refuse } from './problem.ts'

export const recordExists = (where: string) =>
  refuse('storage-file-there', 'A file with this name already exists; a backup overwrites nothing.', where)

export const notEmpty = (where: string) =>
  refuse(
    'storage-not-empty',
    'There is a record here already. A restore writes over nothing: name an empty place.',
    where,
  )
