// What floats: a dialog that asks, a drawer that shows beside, a menu of acts. Mantine keeps the focus inside and gives it back.

import { Drawer as MantineDrawer, Menu as MantineMenu, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { CheckIcon } from '@phosphor-icons/react/Check';
import { XIcon } from '@phosphor-icons/react/X';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import styles from './layers.module.css';

const style = (name: string): string => styles[name] ?? '';

interface LayerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
}

/** Asks; never upon another dialog. */
export function Dialog({
  open,
  onClose,
  title,
  children,
  width = 520,
}: LayerProps & { readonly width?: number }): ReactNode {
  const t = useWords();
  return (
    <Modal.Root
      opened={open}
      onClose={onClose}
      size={`calc(${width}px)`}
      centered
      lockScroll={false}
      zIndex={80}
      transitionProps={{ duration: 160 }}
    >
      <Modal.Overlay className={style('veil')} backgroundOpacity={0} />
      <Modal.Content className={style('dialog')} radius={0} shadow="">
        <Modal.Header className={style('dialogHead')}>
          <Modal.Title className={style('title')}>{title}</Modal.Title>
          <button type="button" className={style('close')} onClick={onClose} aria-label={t('shell.close')}>
            <XIcon size={18} aria-hidden="true" />
          </button>
        </Modal.Header>
        <Modal.Body className={style('dialogBody')}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The buttons at a dialog's end. */
export function DialogActs({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={style('acts')}>{children}</div>;
}

/** Shows beside what is looked at; covers a phone's screen. */
export function Drawer({
  open,
  onClose,
  title,
  children,
  acts,
}: LayerProps & { readonly acts?: ReactNode }): ReactNode {
  const t = useWords();
  const isPhone = useMediaQuery('(max-width: 719px)') ?? false;
  return (
    <MantineDrawer.Root
      opened={open}
      onClose={onClose}
      position="right"
      lockScroll={false}
      size={isPhone ? '100%' : 'calc(480px)'}
      zIndex={60}
      transitionProps={{ duration: 240 }}
    >
      <MantineDrawer.Overlay className={style('clear')} backgroundOpacity={0} />
      <MantineDrawer.Content className={style('drawer')} radius={0} shadow="">
        <div className={style('drawerHead')}>
          <MantineDrawer.Title className={style('title')}>{title}</MantineDrawer.Title>
          <span>
            {acts}
            <button type="button" className={style('close')} onClick={onClose} aria-label={t('shell.close')}>
              <XIcon size={18} aria-hidden="true" />
            </button>
          </span>
        </div>
        <div className={style('drawerBody')}>{children}</div>
      </MantineDrawer.Content>
    </MantineDrawer.Root>
  );
}

export interface MenuItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly onPick: () => void;
  readonly danger?: boolean;
  readonly checked?: boolean;
  readonly disabled?: boolean;
}

/** Acts behind a button. */
export function ActMenu({
  label,
  items,
  children,
  leadsOn = false,
}: {
  readonly label?: string;
  /** What is picked takes the focus: it does not go back to the button. */
  readonly leadsOn?: boolean;
  readonly items: readonly MenuItem[];
  readonly children: ReactElement;
}): ReactNode {
  return (
    <MantineMenu
      unstyled
      returnFocus={!leadsOn}
      zIndex={40}
      position="bottom-end"
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 160 }}
      classNames={{
        dropdown: style('menu'),
        item: style('item'),
        itemIndicator: style('indicator'),
        itemLabel: style('itemLabel'),
        label: style('menuLabel'),
      }}
    >
      <MantineMenu.Target>{children}</MantineMenu.Target>
      <MantineMenu.Dropdown>
        {label !== undefined && <MantineMenu.Label>{label}</MantineMenu.Label>}
        {items.map(({ key, label: text, icon, onPick, danger, checked, disabled }) =>
          checked === undefined ? (
            <MantineMenu.Item key={key} onClick={onPick} disabled={disabled === true} data-danger={danger}>
              {icon}
              {text}
            </MantineMenu.Item>
          ) : (
            <MantineMenu.CheckboxItem
              key={key}
              checked={checked}
              onChange={onPick}
              disabled={disabled === true}
              closeMenuOnClick
              checkIcon={<CheckIcon size={16} aria-hidden="true" />}
            >
              {icon}
              {text}
            </MantineMenu.CheckboxItem>
          ),
        )}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}
