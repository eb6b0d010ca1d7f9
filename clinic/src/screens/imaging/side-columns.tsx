import { contactLabels, factOf } from '../../pathway.ts'
import { FactField } from '../../pieces/fact-field.tsx'
import { Panel } from '../../pieces/panel.tsx'
import { capital } from '../../words/capital.ts'
import classes from './imaging.module.css'
import { contactFields, gradeFields, type Side, sideField, sides } from './study-fields.ts'
import { type Read, setField } from './study-read.ts'
import { words } from './words.ts'

type SideColumnsProps = Readonly<{
  read: Read
  affected: 'left' | 'right' | 'both' | null
  onChange: (next: (read: Read) => Read) => void
}>

/** Vessel and nerve on both sides, the person's right on the viewer's left, as on the face map and on the scan. */
export const SideColumns = ({ read, affected, onChange }: SideColumnsProps) => (
  <Panel title={words.read.nerve}>
    <div className={classes.sides}>
      {sides.map((side) => (
        <section key={side} className={classes.side} aria-label={words.read.side[side]}>
          <h3>
            {words.read.side[side]}
            {(affected === side || affected === 'both') && <span> · {words.read.affected}</span>}
          </h3>
          <SideFields side={side} read={read} onChange={onChange} />
        </section>
      ))}
    </div>
  </Panel>
)

function SideFields({ side, read, onChange }: Readonly<{ side: Side } & Omit<SideColumnsProps, 'affected'>>) {
  const contact = read.fields[sideField(side, 'contact')]
  const field = (name: (typeof contactFields)[number] | (typeof gradeFields)[number]) => {
    const id = sideField(side, name)
    const fact = factOf(id)
    return (
      fact !== null && (
        <FactField
          key={id}
          fact={fact}
          question={capital(contactLabels[name])}
          value={read.fields[id]}
          onChange={(value) => onChange((now) => setField(now, id, value))}
          canBeUnknown={name === 'contact'}
        />
      )
    )
  }
  return (
    <div className={classes.sideFields}>
      {field('contact')}
      {contact === 'not-seen' && <p className={classes.soft}>{words.read.notSeenNote}</p>}
      {contact === 'seen' && (
        <>
          <p className={classes.soft}>{words.read.seenNote}</p>
          {contactFields.slice(1).map(field)}
          {gradeFields.map(field)}
          <p className={classes.soft}>{words.read.gradeScheme}</p>
        </>
      )}
    </div>
  )
}
