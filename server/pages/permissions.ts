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
  const audit = (told: (typeof routes)[number]['audit']) => (typeof told === 'string' ? told : `not told: ${told.not}`)
  return [
    '# Who may do what',
    '',
    'Generated from the table of routes and from the rules of each kind of act; a test asks the server row by row.',
    'Who is not signed in gets 401; what is absent and what is forbidden get the same 404. Every request that changes',
    'something must come from a page of this clinic. Over FHIR, who may write some types and not this one, or may not take',
    'back what is recorded, gets a 403 that names who may, whether it is there or not.',
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
    'Own: a patient of whom the asker has written, a request they may answer, what they put there themselves; in an emergency,',
    'what belongs to whose record they opened. Another’s: of a patient with whom they had nothing to do, or put there by',
    'somebody else. Misplaced: something of another patient, asked for under their own. Everybody who may open records may',
    'open each of the clinic. A dot is the answer for what is not there, word for word, whether it is there or not; only what',
    'somebody did themselves and may not judge is refused with that reason.',
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
    'Somebody of a clinical profession without access to records may open one person’s record for four hours: with a reason,',
    'read only, after giving the current password or a passkey again in that session. While it is open, the routes',
    'of `chart:emergency` answer with that person; no other route knows of it, so each row above and below is the same',
    'with an opening as without, for the person, for everybody else and for whoever is not there.',
    'It ends by the button, by its time, with the session, and when the account is given other roles.',
    '',
    '## Routes for everyone',
    '',
    '| route | told in the audit trail as |',
    '|---|---|',
    ...open.map((route) => `| \`${route.method} ${route.path}\` | ${audit(route.audit)} |`),
    '',
    '## Routes for other systems',
    '',
    'CDS Hooks, see [cds-hooks.md](cds-hooks.md): who asks shows a signed token of a registered system, each time, and has no',
    'session; whoever cannot gets 401 and is told as `cds-refused`.',
    '',
    '| route | told in the audit trail as |',
    '|---|---|',
    ...cdsRoutes.map(({ method, path, audit }) => `| \`${method} ${path}\` | \`${audit}\` |`),
    '',
    '## What is told in the audit trail',
    '',
    'Who is signed in and asks for what is not for them, or not there, is told as `asked-and-refused`, unless what refused it tells',
    'so itself: the route, and whose record it was where there is such a person. Who is not signed in is counted, not told one',
    'by one: a line at once, then one in five minutes (`strangers-refused`); so is what the page of somebody else had a browser',
    'send (`foreign-page-refused`). Who is signed in and sends what cannot be taken (no JSON, no FHIR, no version, not of the shape)',
    'is told as `sent-and-refused`, with the route and whose record was meant, and with nothing of what was sent: the first of a',
    'minute at once, the others together.',
    '',
    '| route | told as |',
    '|---|---|',
    ...closed.map((route) => `| \`${route.method} ${route.path}\` | ${audit(route.audit)} |`),
    '',
    '## Kinds of act',
    '',
    'Some kinds need more than a role: a diagnosis is signed by a neurologist, neurosurgeon or ophthalmologist (a trainee',
    'needs a co-signature); that a finding is unrelated is said by a neurologist or neurosurgeon; a standing exception is',
    'signed by a senior clinician; a nurse injects under an order signed within the year, unless it was withdrawn. Profession and',
    'seniority belong to the account and are never taken from what is sent.',
    '',
    ...header('act'),
    ...actKinds.map((kind) => row(`\`${kind}\``, (role) => mayRecord([role], kind))),
    '',
    '| act | facts | screens | entries | names the version it saw |',
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
