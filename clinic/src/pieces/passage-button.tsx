import type { Passage } from '@facialis/language'
import { Modal, Stack, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import classes from './passage-button.module.css'
import { PassagePanel } from './passage-panel.tsx'
import { words } from './words.ts'

type PassageButtonProps = Readonly<{
  passages: readonly Passage[]
  today: string
  /** What is shown instead of the ids. */
  label?: string
}>

/** One press opens the passage behind a sentence. Without a passage it says that none stands behind it. */
export function PassageButton({ passages, today, label }: PassageButtonProps) {
  const [opened, { open, close }] = useDisclosure(false)
  const ids = passages.map((passage) => passage.id).join(', ')
  return (
    <>
      <UnstyledButton
        className={classes.button}
        onClick={open}
        aria-haspopup="dialog"
        aria-label={ids === '' ? words.passage.title : words.passage.open(ids)}
      >
        {label ?? (ids === '' ? '?' : ids)}
      </UnstyledButton>
      <Modal opened={opened} onClose={close} title={words.passage.title} size="lg">
        {opened && (
          <Stack gap="md">
            {passages.length === 0 && <Text>{words.passage.none}</Text>}
            {passages.map((passage) => (
              <PassagePanel key={passage.id} passage={passage} today={today} />
            ))}
          </Stack>
        )}
      </Modal>
    </>
  )
}
