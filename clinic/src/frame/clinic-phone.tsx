import { dialled } from '@facialis/wire'
import { Anchor, Text } from '@mantine/core'
import { useMe } from '../api/queries.ts'

/** The clinic's number as a link that dials; nothing while nobody has entered one. */
export function ClinicPhone({ label }: Readonly<{ label: string }>) {
  const phone = useMe().data?.phone ?? null
  return phone === null ? null : (
    <Text fw={650} mt="xs">
      {label} <Anchor href={`tel:${dialled(phone)}`}>{phone}</Anchor>
    </Text>
  )
}
