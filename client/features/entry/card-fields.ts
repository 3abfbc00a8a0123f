import { createContext, useContext } from 'react';
import type { Figure } from './sheet-row.ts';
import type { CommitOutcome } from './use-cell-input.ts';

/** The field under the thumb, as the bar above the keyboard acts on it. */
export type OpenField = {
  key: string;
  /** Puts a figure that is not typed (no data, does not apply). */
  set: (figure: Figure) => CommitOutcome;
  changeSign: () => void;
};

export type CardFields = {
  onOpen: (field: OpenField) => void;
  onClose: (key: string) => void;
  /** To the next or the former field, in this card or another; false at the end. */
  step: (fromKey: string, by: 1 | -1) => boolean;
  isLast: (key: string) => boolean;
};

export const CardFieldsContext = createContext<CardFields | undefined>(undefined);

export function useCardFields(): CardFields {
  const fields = useContext(CardFieldsContext);
  if (!fields) throw new Error('useCardFields needs a CardFieldsContext around it');
  return fields;
}
