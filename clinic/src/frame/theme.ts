import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import { words } from './words.ts'

const harbour: MantineColorsTuple = [
  '#e9f5f5',
  '#d3e8e8',
  '#a6d2d3',
  '#77bbbd',
  '#4fa4a8',
  '#338f95',
  '#1f7a82',
  '#14666e',
  '#0d5159',
  '#063c43',
]
const brick: MantineColorsTuple = [
  '#fbecea',
  '#f4d3d0',
  '#e9aaa5',
  '#dd7f78',
  '#d25f57',
  '#bf443d',
  '#ab3630',
  '#8c231f',
  '#6f1916',
  '#52100e',
]
const slate: MantineColorsTuple = [
  '#e3eced',
  '#c3d0d3',
  '#a4b6bb',
  '#74888f',
  '#3a4b52',
  '#2c3b41',
  '#1b272c',
  '#151f23',
  '#0e1517',
  '#090e10',
]

const typeface = '"Inter Variable", "Inter while it loads", system-ui, sans-serif'

export const theme = createTheme({
  colors: { harbour, brick, dark: slate },
  primaryColor: 'harbour',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: typeface,
  // Keys and links stand in the same face: figures of one width come from the face itself.
  fontFamilyMonospace: typeface,
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    // The edge of a field is what shows that one can type there: it keeps 3:1. What is only an example stays pale where
    // something is wrong: in red it reads as what was typed.
    Input: {
      styles: (_theme: unknown, { error }: Readonly<{ error?: unknown }>) => ({
        wrapper: {
          '--input-bd': error ? 'var(--blocked-edge)' : 'var(--line-strong)',
          '--input-placeholder-color': 'var(--mantine-color-placeholder)',
        },
      }),
    },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    // Below a list of choices Mantine leaves no room for what is wrong with it.
    RadioGroup: { styles: { error: { marginTop: '0.375rem' } } },
    Modal: { defaultProps: { centered: true, closeButtonProps: { 'aria-label': words.close } } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': words.close } } },
  },
})

/** Panels are a little lighter than the ground they lie on; soft text stays readable. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-placeholder': '#67797f',
    '--mantine-color-error': 'var(--blocked-ink)',
  },
  dark: {
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-body': 'var(--panel)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-placeholder': '#869aa1',
    '--mantine-color-error': 'var(--blocked-ink)',
  },
})
