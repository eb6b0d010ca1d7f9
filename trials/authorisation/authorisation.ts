import { answered, asTabled, peopleOf, rows } from '@facialis/server/test/identity/rows.ts'
import { accountRoles } from '@facialis/wire'
import { groundOf } from '../place.ts'
import { startProduct } from '../product.ts'
import type { Trial } from '../trial.ts'
import { clinicOverHttp } from './clinic-over-http.ts'

/** Who may do what, as docs/permissions.md has it: of each thing a path names, one's own, somebody else's, none, and one that is misplaced. */
export const authorisation: Trial = {
  name: 'authorisation',
  what: 'the table of who may do what: every route that names something, by every role, of own, another’s, absent and misplaced',
  run: async ({ database, tell }) => {
    const ground = groundOf(database)
    try {
      const product = await startProduct(await ground.fresh())
      const clinic = await clinicOverHttp(product)
      const people = await peopleOf(clinic, clinic.hire, { some: accountRoles })
      const wrong: string[] = []
      for (const [at, row] of rows.entries()) {
        tell(row.name, at / rows.length)
        for (const role of accountRoles) {
          const found = await answered(clinic, people, row, role)
          if (found !== asTabled(row, role)) wrong.push(`${row.name} as ${role}: ${found}`)
        }
      }
      clinic.end()
      await product.kill()
      const many = rows.length * accountRoles.length
      return [
        {
          promise: 'what is there is opened to whom the table says, and to nobody else told from what is not',
          asked: `100 % of ${many} rows`,
          got: `${many - wrong.length} of ${many}${wrong[0] === undefined ? '' : `: ${wrong[0]}`}`,
          held: wrong.length === 0,
        },
      ]
    } finally {
      ground.end()
    }
  },
}
