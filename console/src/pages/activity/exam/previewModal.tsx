import type { PaperView } from '@common/contract/papers';
import { letterOf } from '@common/rules/examQuestion';
import { EXAM_QUESTION_KINDS } from '@common/terms';
import { Button, Modal } from 'antd';
import { useState } from 'react';

interface Props {
  open: boolean;
  view: PaperView;
  onClose: () => void;
}

/** 预览: the questions one by one, as wide as on a phone and without what tells the right answer. */
export function PreviewModal({ open, view, onClose }: Props) {
  return (
    <Modal open={open} title="预览" footer={null} width={423} destroyOnHidden onCancel={onClose}>
      <Pages view={view} />
    </Modal>
  );
}

function Pages({ view }: { view: PaperView }) {
  const { questions, rules } = view;
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const question = questions[at];
  if (!question) {
    return null;
  }
  const { kind, stem, pictureUrl, options } = question;
  const choose = (place: number) => {
    const key = `${at} ${place}`;
    const others = [...chosen].filter(
      (one) => one !== key && (kind === 'multiple' || !one.startsWith(`${at} `)),
    );
    setChosen(new Set(chosen.has(key) ? others : [...others, key]));
  };
  return (
    <div className="exam-preview">
      <p className="exam-preview__count">
        <span className="pill pill--brand">{EXAM_QUESTION_KINDS[kind]}</span>
        <span className="faint">
          {at + 1}/{questions.length}
        </span>
      </p>
      <h3>{stem}</h3>
      {pictureUrl && <img src={pictureUrl} alt="题干图片" />}
      <ul>
        {options.map(({ text }, place) => (
          <li key={letterOf(place)}>
            <button type="button" aria-pressed={chosen.has(`${at} ${place}`)} onClick={() => choose(place)}>
              <b>{letterOf(place)}</b>
              {text}
            </button>
          </li>
        ))}
      </ul>
      {orderNote(view) && <p className="faint">{orderNote(view)}</p>}
      <div className="exam-preview__turn">
        <Button block disabled={at === 0} onClick={() => setAt(at - 1)}>
          上一题
        </Button>
        <Button block type="primary" disabled={at === questions.length - 1} onClick={() => setAt(at + 1)}>
          下一题
        </Button>
      </div>
      {rules.draw > 0 && <p className="faint">每名学员每次随机抽取其中{rules.draw}道。</p>}
    </div>
  );
}

function orderNote({ rules: { isQuestionsShuffled, isOptionsShuffled } }: PaperView): string {
  const shuffled = [isQuestionsShuffled && '题目', isOptionsShuffled && '选项'].filter(Boolean);
  return shuffled.length > 0 ? `考试时${shuffled.join('和')}的顺序每次不同。` : '';
}
