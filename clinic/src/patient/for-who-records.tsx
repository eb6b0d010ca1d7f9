import type { ActKind } from '@facialis/wire'
import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMe } from '../api/queries.ts'
import { Panel } from '../pieces/panel.tsx'
import { whoRecords } from '../words/clinical.ts'
import { words } from './words.ts'

/** Of which kinds the server takes acts from whoever looks; nothing is taken away before that is known. */
export function useRecords(): (kind: ActKind) => boolean {
  const me = useMe().data
  return (kind) => me === undefined || me.records[kind] !== undefined
}

export const useMayRecord = (kind: ActKind): boolean => useRecords()(kind)

type ForWhoRecordsProps = Readonly<{ kind: ActKind; title: string; children: ReactNode }>

/** A form for those who record it. For everybody else a line: whatever they filled in would be refused. */
export const ForWhoRecords = ({ kind, title, children }: ForWhoRecordsProps) =>
  useMayRecord(kind) ? (
    children
  ) : (
    <Panel title={title}>
      <Text>{words.othersRecord(whoRecords(kind))}</Text>
    </Panel>
  )
