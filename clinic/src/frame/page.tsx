import { Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { words } from './words.ts'

type PageProps = Readonly<{
  /** The h1, and the name of the browser tab. Never a person's name: tabs and histories are read by others. */
  title: string
  lead?: ReactNode
  /** Buttons beside the title. */
  actions?: ReactNode
  children: ReactNode
}>

/** One screen: names the tab, and takes the focus to its heading when one arrives by a link. */
export function Page({ title, lead, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${words.product}`
  }, [title])
  useEffect(() => {
    if (arrivals > 0) heading.current?.focus({ preventScroll: true })
    if (arrivals > 0) window.scrollTo({ top: 0 })
    arrivals += 1
  }, [])
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title order={1} tabIndex={-1} ref={heading}>
            {title}
          </Title>
          {lead !== undefined && (
            <Text c="dimmed" maw="44rem">
              {lead}
            </Text>
          )}
        </div>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  )
}

// The first page of a visit leaves the focus where the browser puts it, so that the skip link comes first.
let arrivals = 0
