import { isPersonnelNo } from '@common/rules/personnelNo';
import { Input } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { useAction } from '../../hooks/useAction';
import type { DraftLecturer } from './draft';

const DIGITS = 10;

interface Props {
  /** Who is there already. */
  known: readonly string[];
  onFound: (lecturer: DraftLecturer) => void;
}

/** 输入人员编号 (医通卡号), 自动匹配 (manual 000 §一9): looked up as soon as its ten digits are there. */
export function LecturerByNumber({ known, onFound }: Props) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const find = useAction(
    async (personnelNo: string) => {
      onFound(await client.activities.findLecturer({ personnelNo }));
      setText('');
    },
    (error) => {
      setFault(error.message);
      return true;
    },
  );
  const type = (typed: string) => {
    const digits = typed.replace(/\D/g, '').slice(0, DIGITS);
    setText(digits);
    setFault(null);
    if (digits.length < DIGITS) {
      return;
    }
    if (known.includes(digits)) {
      setFault('这位主讲人已经添加');
    } else if (isPersonnelNo(digits)) {
      void find.run(digits);
    } else {
      setFault('没有这个人员编号，请逐位核对');
    }
  };
  return (
    <span className="lecturers__entry">
      <Input
        value={text}
        inputMode="numeric"
        aria-label="人员编号"
        placeholder="10位人员编号（医通卡号）"
        status={fault ? 'error' : undefined}
        disabled={find.busy}
        onChange={({ target }) => type(target.value)}
      />
      <span className={fault ? 'lecturers__fault' : 'faint'} role={fault ? 'alert' : undefined}>
        {fault ?? (find.busy ? '正在匹配…' : '输满10位自动匹配，匹配到的主讲人可以授分')}
      </span>
    </span>
  );
}
