import { Button, CopyButton, Stack, Text } from '@mantine/core'
import { Panel } from './panel.tsx'
import classes from './status-link-panel.module.css'
import { words } from './words.ts'

/** The link that shows how far a request is. It is told once, so it can be copied at once. */
export function StatusLinkPanel({ address }: Readonly<{ address: string }>) {
  const link = new URL(address, window.location.href).href
  return (
    <Panel title={words.statusLink.title}>
      <Stack align="flex-start">
        <Text>{words.statusLink.text}</Text>
        <code className={classes.link}>{link}</code>
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button onClick={copy}>{copied ? words.statusLink.copied : words.statusLink.copy}</Button>
          )}
        </CopyButton>
      </Stack>
    </Panel>
  )
}
