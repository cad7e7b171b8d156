import { Input, Modal, Tag } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';

const MAX_LENGTH = 200;

interface Props {
  open: boolean;
  title: string;
  /** Who will read the reason, and what he can do then. */
  hint: ReactNode;
  /** Common reasons, to be chosen instead of typed. */
  words: readonly string[];
  placeholder: string;
  okText: string;
  busy: boolean;
  /** A step back that needs no reason may go without. */
  isOptional?: boolean;
  onCancel: () => void;
  onOk: (reason: string) => void;
}

/** Asks why before something is refused: whoever is refused reads it. Chosen words and remark are one text. */
export function ReasonModal({ open, title, hint, words, placeholder, okText, busy, ...rest }: Props) {
  const { isOptional = false, onCancel, onOk } = rest;
  const [chosen, setChosen] = useState<string[]>([]);
  const [text, setText] = useState('');
  useEffect(() => {
    if (open) {
      setChosen([]);
      setText('');
    }
  }, [open]);

  const reason = [...chosen, text.trim()].filter(Boolean).join('；');
  const isGood = (reason !== '' || isOptional) && reason.length <= MAX_LENGTH;
  return (
    <Modal
      open={open}
      title={title}
      okText={okText}
      okButtonProps={{ danger: true, loading: busy, disabled: !isGood }}
      cancelText="再想想"
      mask={{ closable: !busy }}
      onCancel={onCancel}
      onOk={() => onOk(reason)}
    >
      <p className="soft">{hint}</p>
      <div className="chips">
        {words.map((word) => (
          <Tag.CheckableTag
            key={word}
            checked={chosen.includes(word)}
            onChange={(isOn) => setChosen(isOn ? [...chosen, word] : chosen.filter((one) => one !== word))}
          >
            {word}
          </Tag.CheckableTag>
        ))}
      </div>
      <Input.TextArea
        value={text}
        rows={3}
        maxLength={150}
        aria-label="补充说明"
        placeholder={placeholder}
        onChange={(event) => setText(event.target.value)}
      />
    </Modal>
  );
}
