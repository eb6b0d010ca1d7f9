import type { RecordView } from '@facialis/record'
import { ok, type Result, refuse } from '../ground/problem.ts'
import { nameKey } from '../indexed/knowing.ts'
import { identityOf } from '../patient/identity.ts'

type Named = Readonly<{ name: string; birthDate: string }>

/**
 * The one person of a whole name and day of birth: whoever stands at a bed knows both, and nobody can leaf through a list.
 * A record that says less of the day of birth is not ruled out by what it does not say. @returns their id
 */
export async function findPerson(
  record: Pick<RecordView, 'search'>,
  { name, birthDate }: Named,
): Promise<Result<string>> {
  const named = await everybodyNamed(record, name)
  const exact = named.filter((one) => one.birthDate === birthDate)
  const possible = named.filter((one) => birthDate.startsWith(one.birthDate ?? ''))
  const [only, ...more] = exact.length > 0 ? exact : possible
  if (only === undefined)
    return refuse(422, 'nobody-found', 'Nobody of this name and day of birth is on record here.', { where: 'name' })
  if (more.length > 0)
    return refuse(422, 'several-found', 'Several people have this name and day of birth. Ring the clinic.', {
      where: 'name',
    })
  return ok(only.id)
}

/** All of them, however many: who is left out would be nobody. */
async function everybodyNamed(record: Pick<RecordView, 'search'>, name: string): Promise<readonly Identity[]> {
  const asked = { type: 'Patient', where: [{ name: 'name', value: nameKey(name) }], limit: 200 }
  const found: Identity[] = []
  let page = await record.search(asked)
  for (;;) {
    found.push(...page.resources.map(({ resource }) => identityOf(resource, null)))
    if (page.next === null) return found
    page = await record.search({ ...asked, after: page.next })
  }
}
type Identity = ReturnType<typeof identityOf>
