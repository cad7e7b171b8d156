import { InputNumber, Modal } from 'antd';
import { useEffect, useState } from 'react';

interface Props {
  /** The place of the question, from 0; null while closed. */
  from: number | null;
  count: number;
  busy: boolean;
  onClose: () => void;
  /** Both from 0. */
  onMove: (from: number, to: number) => void;
}

/** Moves a question to a number; those between make room. */
export function MoveModal({ from, count, busy, onClose, onMove }: Props) {
  const [number, setNumber] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, another number
  useEffect(() => setNumber(null), [from]);
  const isGood = from !== null && number !== null && number !== from + 1;
  return (
    <Modal
      open={from !== null}
      title={`移动第${(from ?? 0) + 1}题`}
      width={400}
      okText="移动"
      cancelText="取消"
      okButtonProps={{ disabled: !isGood, loading: busy }}
      mask={{ closable: !busy }}
      onCancel={onClose}
      onOk={() => isGood && onMove(from, number - 1)}
    >
      <InputNumber<number>
        className="exam-move"
        aria-label="移到第几题"
        min={1}
        max={count}
        precision={0}
        prefix="移到第"
        suffix="题"
        value={number}
        onChange={setNumber}
      />
      <p className="field-note">{`共${count}道试题，其余的顺序不变。`}</p>
    </Modal>
  );
}
