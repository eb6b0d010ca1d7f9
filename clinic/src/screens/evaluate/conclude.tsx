import type { PlainValue } from '@facialis/wire'
import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Live } from '../../pathway.ts'
import { decidedOf, detailText } from '../../patient/decided.ts'
import { answerWords } from '../../words/clinical.ts'
import { conclusion } from './procedure.ts'
import { words } from './words.ts'

type ConcludeProps = Readonly<{
  facts: Readonly<Record<string, PlainValue>>
  live: Live
  field: (id: string) => ReactNode
}>

const needAgreement = ['specialist-elsewhere', 'trainee', 'other']

/** The clinician's own conclusion, with the pathway's beside it in words only. */
export function Conclude({ facts, live, field }: ConcludeProps) {
  const phenotype = live.ok ? decidedOf(live.advice, 'phenotype') : null
  const certainty = detailText(phenotype, 'certainty')
  const signer = facts['dx.signedBy']
  return (
    <Stack gap="md">
      {phenotype !== null && (
        <Text>
          {words.live.title}: <b>{answerWords(phenotype.answer)}</b>
          {certainty !== null && `, ${answerWords(certainty).toLowerCase()}`}
        </Text>
      )}
      {conclusion.map(field)}
      {typeof signer === 'string' && needAgreement.includes(signer) && field('dx.agreed')}
    </Stack>
  )
}
