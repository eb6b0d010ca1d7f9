import { Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

type EmptyStateProps = Readonly<{ title: string; text: string; action?: ReactNode }>

/** Nothing here yet, and what to do about it. */
export const EmptyState = ({ title, text, action }: EmptyStateProps) => (
  <Paper withBorder p="xl">
    <Stack gap="xs" align="flex-start">
      <Title order={2}>{title}</Title>
      <Text c="dimmed" maw="40rem">
        {text}
      </Text>
      {action}
    </Stack>
  </Paper>
)
