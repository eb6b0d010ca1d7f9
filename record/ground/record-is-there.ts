import { refuse } from './problem.ts'

export const notEmpty = (where: string) =>
  refuse(
    'storage-not-empty',
    'There is a record here already. A restore writes over nothing: name an empty place.',
    where,
  )
