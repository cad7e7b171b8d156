import { STANDARD_CATEGORIES } from '@common/terms';
import { Alert, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { newKey } from './newKey';
import { pasteRows, type RowDraft } from './rowDraft';

interface Props {
  open: boolean;
  onClose: () => void;
  onRows: (rows: RowDraft[]) => void;
}

const MOST_FAULTS = 8;

/** Takes rows out of an Excel sheet, after showing which cannot be read. */
export function PasteModal({ open, onClose, onRows }: Props) {
  const [text, setText] = useState('');
  useEffect(() => {
    if (open) {
      setText('');
    }
  }, [open]);
  const { rows, faults } = pasteRows(text, () => newKey());
  return (
    <Modal
      open={open}
      width={720}
      title="从Excel粘贴"
      okText={rows.length > 0 ? `加入${rows.length}行` : '加入'}
      cancelText="取消"
      okButtonProps={{ disabled: rows.length === 0 }}
      onCancel={onClose}
      onOk={() => onRows(rows)}
    >
      <p className="soft">
        在Excel中按“类别、项目、学分类别、学分、计算单位、说明”六列排好，选中复制后粘贴到下面。学分可以是
        10，也可以是 3-5。
      </p>
      <Input.TextArea
        value={text}
        rows={8}
        aria-label="从Excel复制的内容"
        placeholder="论文与综述　国际刊物（第一作者）　II类学分　10　每篇　附刊物封面、目录和正文"
        onChange={(event) => setText(event.target.value)}
      />
      <p className="field-note">类别：{Object.values(STANDARD_CATEGORIES).join('、')}</p>
      {faults.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`有${faults.length}行没有认出来，不会加入`}
          description={
            <ul>
              {faults.slice(0, MOST_FAULTS).map(({ line, why }) => (
                <li key={line}>
                  第{line}行：{why}
                </li>
              ))}
              {faults.length > MOST_FAULTS && <li>……</li>}
            </ul>
          }
        />
      )}
    </Modal>
  );
}
