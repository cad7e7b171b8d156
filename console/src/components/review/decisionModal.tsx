import { Input, Modal, Tag } from 'antd';
import { useEffect, useState } from 'react';
import type { ReviewPage } from './reviewTypes';
import './review.css';

const MAX_LENGTH = 500;

/** What is told to the applicant; `pages` only those that say something. */
export interface Reason {
  reason: string;
  pages: { page: string; reason: string }[];
}
interface Props {
  /** Null while closed. */
  decision: 'return' | 'reject' | null;
  /** What it is about: a project's name, or how many. */
  subject: string;
  /** Common reasons, to be chosen instead of typed. */
  words: readonly string[];
  /** 退回修改 can say what to change page by page; without pages it is one text. */
  pages?: readonly ReviewPage[];
  /** What comes of it, where that is something else than for an application. */
  hint?: string;
  busy: boolean;
  onCancel: () => void;
  onOk: (reason: Reason) => void;
}

const WORDS = {
  return: { title: '退回修改', hint: '申报单位会看到原因，修改后可以再次提交，不受申报时间限制。' },
  reject: {
    title: '审核不通过',
    hint: '申报单位会看到原因。不通过后不能再修改，如果只需修改请用“退回修改”。',
  },
};

/** Asks why before anything is returned or refused: whoever applied reads it. */
export function DecisionModal({ decision, subject, words, pages = [], hint, busy, onCancel, onOk }: Props) {
  const [chosen, setChosen] = useState<string[]>([]);
  const [text, setText] = useState('');
  const [byPage, setByPage] = useState<Record<string, string>>({});
  // The words stay while the dialog fades.
  const [shown, setShown] = useState<'return' | 'reject'>('return');
  useEffect(() => {
    if (decision) {
      setShown(decision);
      setChosen([]);
      setText('');
      setByPage({});
    }
  }, [decision]);

  const reason = [...chosen, text.trim()].filter(Boolean).join('；');
  const said = pages
    .map(({ key }) => ({ page: key, reason: byPage[key]?.trim() ?? '' }))
    .filter((one) => one.reason !== '');
  const { title, hint: usual } = WORDS[shown];
  const hasPages = shown === 'return' && pages.length > 0;
  const isGood = (reason !== '' || (hasPages && said.length > 0)) && reason.length <= MAX_LENGTH;
  return (
    <Modal
      open={decision !== null}
      title={`${title}：${subject}`}
      width={hasPages ? 640 : 520}
      okText={title}
      okButtonProps={{ danger: true, loading: busy, disabled: !isGood }}
      cancelText="再想想"
      mask={{ closable: !busy }}
      onCancel={onCancel}
      onOk={() => onOk({ reason, pages: hasPages ? said : [] })}
    >
      <p className="soft">{hint ?? usual}</p>
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
        rows={hasPages ? 2 : 3}
        maxLength={300}
        aria-label="原因"
        placeholder="补充说明，例如：请附上负责人的职称证书编号"
        onChange={(event) => setText(event.target.value)}
      />
      {hasPages && (
        <div className="return-pages">
          <h3>哪一页要改什么（可不填）</h3>
          {pages.map(({ key, label }) => (
            <div key={key} className="return-pages__line">
              <span>{label}</span>
              <Input.TextArea
                value={byPage[key] ?? ''}
                autoSize={{ minRows: 1, maxRows: 4 }}
                maxLength={MAX_LENGTH}
                aria-label={label}
                placeholder="这一页没有问题就留空"
                onChange={(event) => setByPage({ ...byPage, [key]: event.target.value })}
              />
            </div>
          ))}
        </div>
      )}
    </Modal>
  );
}
