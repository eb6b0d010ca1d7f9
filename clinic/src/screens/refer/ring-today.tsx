import { Text } from '@mantine/core'
import { ClinicPhone } from '../../frame/clinic-phone.tsx'
import { Notice } from '../../pieces/notice.tsx'
import { words } from './words.ts'

/** A red flag was told: the form alone is not enough, and here is the number. */
export const RingToday = ({ title }: Readonly<{ title: string }>) => (
  <Notice tone="blocked" role="alert" title={title}>
    <Text>{words.urgent}</Text>
    <ClinicPhone label={words.clinicNumber} />
  </Notice>
)
