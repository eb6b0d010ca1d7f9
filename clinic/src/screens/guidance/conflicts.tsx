import type { Conflict } from '@facialis/language'
import { Page } from '../../frame/page.tsx'
import { pathway } from '../../pathway.ts'
import { sharesWhole } from '../../words/per-cent.ts'
import classes from './book.module.css'
import { Cites } from './cites.tsx'
import conflictClasses from './conflicts.module.css'
import { useHash } from './use-hash.ts'
import { words } from './words.ts'

/** One disagreement: both sides, the one followed marked by word and frame, and what the pathway does. */
export const ConflictCard = ({ conflict }: Readonly<{ conflict: Conflict }>) => (
  <section id={conflict.id} className={conflictClasses.conflict} aria-label={conflict.question}>
    <h2>{conflict.question}</h2>
    <div className={conflictClasses.sides}>
      {(
        [
          ['seed', words.conflicts.seed, conflict.seedSays, conflict.seed],
          ['literature', words.conflicts.literature, conflict.literatureSays, conflict.literature],
        ] as const
      ).map(([id, title, says, because]) => (
        <div key={id} className={conflictClasses.side} data-followed={conflict.followed === id}>
          <div className={conflictClasses.sideHead}>
            <span>{title}</span>
            {conflict.followed === id && <span className={conflictClasses.followed}>✓ {words.conflicts.followed}</span>}
          </div>
          <p className={classes.why}>
            {sharesWhole(says)} <Cites because={because} />
          </p>
        </div>
      ))}
    </div>
    {conflict.followed === 'both' && <p className={conflictClasses.followed}>✓ {words.conflicts.both}</p>}
    <p className={classes.why}>
      <strong>{words.conflicts.handling}.</strong> {sharesWhole(conflict.handling)}{' '}
      <span className={classes.rank}>
        {words.conflicts.rules} {conflict.rules.join(', ')}
      </span>
    </p>
  </section>
)

/** Every disagreement of the sources. */
export function ConflictsPage() {
  useHash()
  return (
    <Page title={words.conflicts.title} lead={words.conflicts.lead}>
      {pathway.conflicts.map((conflict) => (
        <ConflictCard key={conflict.id} conflict={conflict} />
      ))}
    </Page>
  )
}
