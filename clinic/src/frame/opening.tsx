import { Center, Loader, Stack, Text } from '@mantine/core'
import { words } from './words.ts'

/** While the first screen or a person's record is on its way. */
export const Opening = () => (
  <Center mih="40vh" role="status">
    <Stack align="center" gap="xs">
      <Loader type="dots" />
      <Text c="dimmed">{words.opening}</Text>
    </Stack>
  </Center>
)
