import type { LikePatient } from '@facialis/wire'
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Notice } from '../../pieces/notice.tsx'
import { dateWords } from '../../words/dates.ts'
import { AlikeList } from './alike-list.tsx'
import { Lines } from './lines.tsx'
import type { Line } from './sent.ts'
import { words } from './words.ts'

type KnownProps = Readonly<{
  known: readonly LikePatient[]
  person: Omit<LikePatient, 'id'>
  joining: boolean
  onJoin: (patientId: string) => void
}>

const bornWords = (date: string | null): string => (date === null ? words.unknown : dateWords(date))
const linesOf = ({ name, birthDate, phone }: Omit<LikePatient, 'id'>): readonly Line[] => [
  { label: words.name, value: name },
  { label: words.birthDate, value: bornWords(birthDate) },
  { label: words.phone, value: phone ?? words.unknown },
]

/** People who may be the same; joining is asked twice, for two people in one record are hard to part. */
export function Known({ known, person, joining, onJoin }: KnownProps) {
  const [chosen, setChosen] = useState<LikePatient | null>(null)
  return (
    <Notice tone="caution" title={words.known} role="note">
      <Text>{words.knownText}</Text>
      <AlikeList
        people={known}
        action={(like) => (
          <Button
            size="xs"
            variant="default"
            aria-label={words.sameOf(like.name, bornWords(like.birthDate))}
            onClick={() => setChosen(like)}
          >
            {words.same}
          </Button>
        )}
      />
      <Modal opened={chosen !== null} onClose={() => setChosen(null)} title={words.joinTitle}>
        {chosen !== null && (
          <Stack>
            <section aria-label={words.sent}>
              <Text fw={650}>{words.sent}</Text>
              <Lines lines={linesOf(person)} />
            </section>
            <section aria-label={words.record}>
              <Text fw={650}>{words.record}</Text>
              <Lines lines={linesOf(chosen)} />
            </section>
            <Text>{words.joinText}</Text>
            <Group>
              <Button
                loading={joining}
                onClick={() => {
                  onJoin(chosen.id)
                  setChosen(null)
                }}
              >
                {words.join}
              </Button>
              <Button variant="default" data-autofocus onClick={() => setChosen(null)}>
                {words.back}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
    </Notice>
  )
}
