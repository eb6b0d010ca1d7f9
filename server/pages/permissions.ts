import { actKinds, mayRecord, roles } from '@facialis/wire'
import { kindRules } from '../acts/kinds.ts'
import { cdsRoutes } from '../cds-hooks/cds-routes.ts'
import { accessCasesOf, isGranted } from '../http/ownership.ts'
import { routes } from '../routes/index.ts'
import { mayCall } from './may-call.ts'

/** `docs/permissions.md`: who may ask what, and record what, as the server enforces it. */
export function permissionsPage(): string {
  const mark = (yes: boolean) => (yes ? 'yes' : '·')
  const header = (first: string) => [`| ${first} | ${roles.join(' | ')} |`, `|---|${roles.map(() => '---').join('|')}|`]
  const row = (first: string, allowed: (role: (typeof roles)[number]) => boolean) =>
    `| ${first} | ${roles.map((role) => mark(allowed(role))).join(' | ')} |`
  const closed = routes.filter((route) => route.may !== 'anyone')
  const open = routes.filter((route) => route.may === 'anyone')
  const isNeeding = ({ needs }: (typeof routes)[number]) => (needs === undefined ? '' : ', with a clinical profession')
  const audit = (told: (typeof routes)[number]['audit']) =>
    typeof told === 'string' ? told : `not recorded: ${told.not}`
  return [
    '# Who may do what',
    '',
    'Generated from the table of routes and the rules of each kind of act; a test asks the server for each row.',
    'Without signing in the answer is 401; what does not exist and what is forbidden get the same 404. Every request that changes',
    'something must come from a page of this clinic. Over FHIR, somebody who may write some types but not this one, or may not',
    'delete, gets a 403 that names who may, whether the resource exists or not.',
    '',
    '## Routes for people who are signed in',
    '',
    ...header('route'),
    ...closed.map((route) =>
      row(`\`${route.method} ${route.path}\` (${route.may}${isNeeding(route)})`, (role) => mayCall(role, route)),
    ),
    '',
    '### What a path names',
    '',
    'Own: a patient about whom the account has written, a request it may answer, something it created; in an emergency,',
    'what belongs to the person whose record it opened. Another’s: something of a patient it had nothing to do with, or created by',
    'somebody else. Misplaced: something of another patient, requested under the account’s own. Whoever may open records may',
    'open every record of the clinic. A dot means exactly the answer given for something that does not exist, whether it exists or not; the only exception is',
    'something people did themselves and may not judge, which is refused with that reason.',
    '',
    ...header('route'),
    ...closed.flatMap((route) =>
      accessCasesOf(route).map((one) =>
        row(`\`${route.method} ${route.path}\`: ${one}`, (role) => isGranted(route, one) && mayCall(role, route)),
      ),
    ),
    '',
    '### In an emergency',
    '',
    'Somebody of a clinical profession without access to records may open one person’s record for four hours: read only, with a reason,',
    'after giving their password or passkey again in that session. While it is open, the routes',
    'of `chart:emergency` answer with that person. No other route takes it into account, so every row above and below is the same',
    'with and without an opening, for that person, for everybody else and for people who are not here.',
    'It ends when it is closed, when its time is up, with the session, or when the account’s roles change.',
    '',
    '## Routes for everyone',
    '',
    '| route | recorded in the audit trail as |',
    '|---|---|',
    ...open.map((route) => `| \`${route.method} ${route.path}\` | ${audit(route.audit)} |`),
    '',
    '## Routes for other systems',
    '',
    'For CDS Hooks ([cds-hooks.md](cds-hooks.md)) each request carries a signed token of a registered system, and there is no',
    'session; without one the answer is 401, recorded as `cds-refused`.',
    '',
    '| route | recorded in the audit trail as |',
    '|---|---|',
    ...cdsRoutes.map(({ method, path, audit }) => `| \`${method} ${path}\` | \`${audit}\` |`),
    '',
    '## What the audit trail records',
    '',
    '- A signed-in account that asks for something it may not have, or that does not exist: `asked-and-refused`, unless the refusing part',
    '  records it itself. The event names the route, and whose record it was if there is such a person.',
    '- Requests without a sign-in are counted, not recorded one by one: one event at once, then one every five minutes (`strangers-refused`). The same holds for',
    '  requests that a page of another site made a browser send (`foreign-page-refused`).',
    '- A signed-in account that sends something unusable (not JSON, not FHIR, no version, wrong shape): `sent-and-refused`, with the route and whose record was meant,',
    '  and none of the content. The first in a minute is recorded at once, the others together.',
    '',
    '| route | recorded as |',
    '|---|---|',
    ...closed.map((route) => `| \`${route.method} ${route.path}\` | ${audit(route.audit)} |`),
    '',
    '## Kinds of act',
    '',
    'Some kinds need more than a role: a diagnosis is signed by a neurologist, neurosurgeon or ophthalmologist (a trainee',
    'needs a co-signature); only a neurologist or neurosurgeon may say that a finding is unrelated; a standing exception is',
    'signed by a senior clinician; a nurse injects under an order that was signed within the past year and has not been withdrawn. Profession and',
    'seniority belong to the account and are never taken from the request.',
    '',
    ...header('act'),
    ...actKinds.map((kind) => row(`\`${kind}\``, (role) => mayRecord([role], kind))),
    '',
    '| act | facts | screens | entries | `If-Match` required |',
    '|---|---|---|---|---|',
    ...actKinds.map((kind) => {
      const { facts, screens, entries, needsVersion } = kindRules[kind]
      const list = (words: readonly string[]) =>
        words.length === 0 ? '–' : words.map((word) => `\`${word.endsWith('.') ? `${word}*` : word}\``).join(' ')
      return `| \`${kind}\` | ${list(facts)} | ${list(screens)} | ${list(entries)} | ${needsVersion ? 'yes' : '·'} |`
    }),
    '',
  ].join('\n')
}
