import { ApiError } from '@common/contract/errors';
import { Form, Modal, Tabs } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { DisciplineCascader } from '../disciplineCascader';
import { PasteTab } from './pasteTab';
import { TemplateTab } from './templateTab';
import './importQuestions.css';

export interface ImportQuestionsProps {
  open: boolean;
  /** The paper of an activity, or the unit's 题库. */
  target: { activityId: string } | { bank: true };
  onClose: () => void;
  /** Called once questions are stored. */
  onImported: () => void;
}

/** Stores what was checked; answers how many are new and what became of the others. */
export type CommitQuestions = (importId: string) => Promise<{ added: number; note?: string }>;

/** 导入试题: from the template, or pasted from Word. The bank asks for the discipline of all of them. */
export function ImportQuestions({ open, target, onClose, onImported }: ImportQuestionsProps) {
  return (
    <Modal
      open={open}
      width={1040}
      title={'bank' in target ? '导入试题到题库' : '导入试题到试卷'}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <ImportBody target={target} onClose={onClose} onImported={onImported} />
    </Modal>
  );
}

/** Begins anew with each opening. */
function ImportBody({ target, onClose, onImported }: Omit<ImportQuestionsProps, 'open'>) {
  const isBank = 'bank' in target;
  const [discipline, setDiscipline] = useState('');
  const [isMissing, setMissing] = useState(false);

  const commit: CommitQuestions = async (importId) => {
    if (isBank && !discipline) {
      setMissing(true);
      throw new ApiError({ code: 'INVALID_INPUT', message: '请先在上方选择学科', field: 'discipline' });
    }
    const where = isBank ? { discipline } : { activityId: target.activityId };
    const { imported, repeated } = await client.questionBank.commitQuestions({ importId, ...where });
    onImported();
    const place = isBank ? '题库' : '试卷';
    return {
      added: imported,
      note: repeated > 0 ? `${repeated}道${place}中已有，没有重复写入。` : undefined,
    };
  };
  const parts = { commit, onClose, place: isBank ? '题库' : '试卷' };
  return (
    <>
      {isBank && (
        <Form layout="vertical" component={false}>
          <Form.Item
            label="学科"
            required
            extra="导入的试题都归入这个学科，之后可以逐题修改"
            {...(isMissing && { validateStatus: 'error', help: '请选择学科' })}
          >
            <DisciplineCascader
              value={discipline}
              placeholder="选择，或输入学科名称查找"
              className="import-questions__discipline"
              onChange={(code) => {
                setDiscipline(code);
                setMissing(false);
              }}
            />
          </Form.Item>
        </Form>
      )}
      <Tabs
        items={[
          { key: 'template', label: '模板导入', children: <TemplateTab {...parts} /> },
          { key: 'paste', label: '粘贴导入', children: <PasteTab {...parts} /> },
        ]}
      />
    </>
  );
}
