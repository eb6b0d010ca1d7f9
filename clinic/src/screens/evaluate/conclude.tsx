import { Checkbox, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Live } from '../../pathway.ts'
import { decidedOf, detailText } from '../../patient/decided.ts'
import { answerWords } from '../../words/clinical.ts'
import { conclusion } from './procedure.ts'
import { words } from './words.ts'

type ConcludeProps = Readonly<{
  live: Live
  field: (id: string) => ReactNode
  elsewhere: boolean
  onElsewhere: (agreed: boolean) => void
}>

/** The clinician's own conclusion, with the pathway's beside it in words only. */
export function Conclude({ live, field, elsewhere, onElsewhere }: ConcludeProps) {
  const phenotype = live.ok ? decidedOf(live.advice, 'phenotype') : null
  const certainty = detailText(phenotype, 'certainty')
  return (
    <Stack gap="md">
      {phenotype !== null && (
        <Text>
          {words.live.title}: <b>{answerWords(phenotype.answer)}</b>
          {certainty !== null && `, ${answerWords(certainty).toLowerCase()}`}
        </Text>
      )}
      {conclusion.map(field)}
      <Checkbox
        checked={elsewhere}
        onChange={(event) => onElsewhere(event.currentTarget.checked)}
        label={words.elsewhere}
      />
    </Stack>
  )
}
