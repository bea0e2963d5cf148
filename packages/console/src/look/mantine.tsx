// Mantine gives behaviour and focus; its looks are mapped to ours, so that none of its colours, radii or shadows is ever seen.

import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Drawer.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/VisuallyHidden.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Tooltip.css';
import { type CSSVariablesResolver, createTheme, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';

const theme = createTheme({
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--sans)' },
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
});

const ours = {
  '--mantine-color-body': 'var(--sheet)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-anchor': 'var(--ink)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--ink-wash)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-primary-color-filled': 'var(--ink)',
  '--mantine-line-height': 'var(--lh-ui)',
  '--mantine-radius-default': 'var(--r-2)',
};

const resolver: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-radius-default': 'var(--r-2)',
    '--mantine-shadow-xl': 'var(--sh-3)',
    '--mantine-shadow-md': 'var(--sh-2)',
  },
  light: ours,
  dark: ours,
});

// What locks the page behind a dialog puts a style into it, and takes its nonce from where bundlers usually leave one.
Object.assign(globalThis, { __webpack_nonce__: nonce() });

/** Mantine around everything; light and dark follow the device until somebody chooses. */
export function Behaviour({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto" getStyleNonce={nonce}>
      {children}
    </MantineProvider>
  );
}

/** What lets our own style elements in: the server writes it into the page. */
function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
