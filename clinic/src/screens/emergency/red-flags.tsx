import { formatSpan } from '@facialis/language'
import type { PatientView } from '@facialis/wire'
import { List, Text } from '@mantine/core'
import { FlagIcon } from 'lucide-react'
import { factLabel } from '../../pathway.ts'
import { openFlags } from '../../patient/open-flags.ts'
import { Notice } from '../../pieces/notice.tsx'
import type { Recording } from '../../recorded.ts'
import { dateWords } from '../../words/dates.ts'
import { redFlagScreen } from '../evaluate/procedure.ts'
import { words } from './words.ts'

type RedFlagsProps = Readonly<{ view: PatientView; recorded: Recording }>

/** Which red flags are open, before everything else. Where none is, when all of them were asked about: silence is no "no". */
export function RedFlags({ view, recorded }: RedFlagsProps) {
  const open = openFlags(view.advice)
  const asked = lastAsked(view.chart.screens)
  const whenAsked = asked === null ? words.flags.neverAsked : words.flags.asked(dateWords(asked))
  const isQuiet = open.length === 0 && asked !== null
  return (
    <section aria-label={words.flags.title}>
      <Notice
        icon={<FlagIcon size={20} strokeWidth={2} aria-hidden />}
        tone={open.length > 0 ? 'blocked' : isQuiet ? 'notice' : 'caution'}
        title={open.length > 0 ? words.flags.open(open.length) : words.flags.none}
      >
        {open.length > 0 && (
          <List>
            {open.map((id) => (
              <List.Item key={id}>
                <strong>{factLabel(id)}</strong> {words.flags.told(saidOf(id, recorded))}
              </List.Item>
            ))}
          </List>
        )}
        <Text size="sm" mt="xs">
          {whenAsked}
        </Text>
      </Notice>
    </section>
  )
}

const saidOf = (id: string, recorded: Recording): readonly string[] => {
  const said = recorded.fact(id)
  return [said?.date == null ? '' : dateWords(said.date), said?.by ?? ''].filter((part) => part !== '')
}

/** The day on which somebody last said that every red flag was asked about. */
function lastAsked(screens: PatientView['chart']['screens']): string | null {
  const [last] = screens
    .flatMap(({ screen, date }) => (screen === redFlagScreen ? [date] : []))
    .toSorted((a, b) => b.hi - a.hi)
  return last === undefined ? null : formatSpan(last)
}
