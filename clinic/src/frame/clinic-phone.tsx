import { Text } from '@mantine/core'
import { useMe } from '../api/queries.ts'
import { PhoneLink } from '../pieces/phone-link.tsx'

/** The clinic's number as a link that dials; nothing while nobody has entered one. */
export function ClinicPhone({ label }: Readonly<{ label: string }>) {
  const phone = useMe().data?.phone ?? null
  return phone === null ? null : (
    <Text fw={650} mt="xs">
      {label} <PhoneLink phone={phone} />
    </Text>
  )
}
