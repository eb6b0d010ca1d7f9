import { leftIn } from '@facialis/record'
import type { Desk } from '../desk/desk.ts'

/** Names what backups and restores left in these folders that were killed: nobody else ever takes it away. */
export function tellLeft(folders: readonly string[], desk: Pick<Desk, 'remarks'>): void {
  for (const folder of new Set(folders))
    for (const { path, by } of leftIn(folder))
      desk.remarks.write(
        `${path} is not whole: a ${by} was killed that wrote it. It holds patient data and is of no use: remove it.\n`,
      )
}
