import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useSend } from '../../api/use-send.ts'
import type { Numbers } from './tried-numbers.ts'
import classes from './what-if.module.css'
import type { Told } from './what-if-counts.tsx'
import { words } from './what-if-words.ts'

type SaveNumbersProps = Readonly<{
  values: Numbers
  /** What is true of just these numbers; null while that is not known. */
  told: Told | null
  maySave: boolean
  onSaved: () => void
}>

/** Says what will happen, and saves. Only once that is known. */
export function SaveNumbers({ values, told, maySave, onSaved }: SaveNumbersProps) {
  const client = useQueryClient()
  const { send, sending, problem } = useSend('PUT', '/api/policy')
  if (!maySave) return <p className={classes.soft}>{words.notYours}</p>
  const save = async () => {
    const saved = await send({ values })
    if (!saved.ok) return
    await client.invalidateQueries()
    onSaved()
  }
  return (
    <div className={classes.save}>
      <Button size="xs" disabled={told === null} loading={sending} onClick={() => void save()}>
        {words.save}
      </Button>
      <span>{problem?.sentence ?? (told === null ? '' : saysOf(told))}</span>
    </div>
  )
}

function saysOf({ moving, changing }: Told): string {
  if (changing === 0) return words.saving.nobody
  return moving > 0 ? words.saving.moves(moving) : words.saving.others(changing)
}
