import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useOpenPatient } from '../../patient/open-patient.ts'
import type { RecordedEntry } from '../../recorded.ts'
import { dateWords } from '../../words/dates.ts'
import { RequestSheet } from './request-sheet.tsx'
import { sheetOfRecorded } from './sheet.ts'
import { words } from './words.ts'

/** Prints a request that is on record, for everybody who reads it: whoever books the scan seldom is who asked for it. */
export function PrintRequest({ order }: Readonly<{ order: RecordedEntry }>) {
  const { recorded } = useOpenPatient()
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    if (!printing) return
    const done = () => setPrinting(false)
    window.addEventListener('afterprint', done)
    window.print()
    return () => window.removeEventListener('afterprint', done)
  }, [printing])
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={words.studies.printOf(order.date === null ? words.unknown : dateWords(order.date))}
        onClick={() => setPrinting(true)}
      >
        {words.studies.print}
      </Button>
      {printing && <RequestSheet alone sheet={sheetOfRecorded(order, recorded)} />}
    </>
  )
}
