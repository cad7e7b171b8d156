import '../import/import.css';
import type { ImportReport } from '@common/contract/imports';
import { MOST_PASTED } from '@common/contract/questionBank';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { showCount } from '../../format';
import { useAction } from '../../hooks/useAction';
import { DoneStep } from '../import/doneStep';
import { ReportErrors, ReportPreview } from '../import/reportTables';
import type { TabProps } from './templateTab';

const EXAMPLE = `从Word复制试题，粘贴到这里。例如：

一、单选题
1. 术后早期活动的主要目的是？
A. 预防下肢深静脉血栓
B. 减少进食
答案：A
解析：见指南第3章

二、多选题
2. 围手术期护理包括（ ABC ）
A. 术前  B. 术中  C. 术后

三、判断题
3. 切口必须每日换药（×）`;

/** 粘贴导入: what is wrong is corrected where it was pasted. */
export function PasteTab({ commit, onClose, place }: TabProps) {
  const [text, setText] = useState('');
  const [report, setReport] = useState<ImportReport | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [done, setDone] = useState<{ added: number; note?: string } | null>(null);
  const say = ({ message }: { message: string }) => {
    setFailure(message);
    return true;
  };
  const change = (next: string) => {
    setText(next);
    setReport(null);
    setFailure(null);
  };
  const check = useAction(async () => {
    setFailure(null);
    setReport(await client.questionBank.checkQuestionText({ text }));
  }, say);
  const store = useAction(
    async (importId: string) => {
      setFailure(null);
      setDone(await commit(importId));
    },
    (error) => {
      // Only a text checked anew can be stored now.
      if (error.code === 'IMPORT_EXPIRED') {
        setReport(null);
      }
      return say(error);
    },
  );
  if (done) {
    return (
      <DoneStep
        {...done}
        unit="道试题"
        next={
          <Button type="primary" onClick={onClose}>
            完成
          </Button>
        }
        onRestart={() => {
          change('');
          setDone(null);
        }}
      />
    );
  }
  const importId = report?.importId ?? null;
  return (
    <div className="import-questions__paste">
      <Input.TextArea
        value={text}
        maxLength={MOST_PASTED}
        autoSize={report ? { minRows: 6, maxRows: 8 } : { minRows: 14, maxRows: 18 }}
        aria-label="试题文字"
        placeholder={EXAMPLE}
        disabled={check.busy || store.busy}
        onChange={(event) => change(event.target.value)}
      />
      {text.length === MOST_PASTED && (
        <p className="warning-line">一次最多8万字，超出的部分没有粘贴进来，请分批导入</p>
      )}
      {failure && <Alert type="error" showIcon title={failure} />}
      {report && importId === null && (
        <>
          <Alert
            type="error"
            showIcon
            title={`读出${showCount(report.rows)}道试题，发现${showCount(report.errorCount)}处问题，没有写入任何试题`}
            description="请按下表在上面的文字中改正，再检查一次。"
          />
          <ReportErrors report={report} unit="题" />
        </>
      )}
      {report && importId !== null && (
        <>
          <Alert
            type="success"
            showIcon
            title={`读出${showCount(report.rows)}道试题，检查全部通过`}
            description={`请核对题数、选项和正确答案。确认后全部写入${place}；${place}中已有的不会重复写入。`}
          />
          <ReportPreview report={report} unit="题" />
        </>
      )}
      <div className="import__actions">
        <Button
          type={importId === null ? 'primary' : 'default'}
          loading={check.busy}
          disabled={text.trim() === '' || store.busy}
          onClick={() => check.run()}
        >
          {report ? '重新检查' : '检查试题'}
        </Button>
        {report && importId !== null && (
          <Button type="primary" loading={store.busy} onClick={() => store.run(importId)}>
            {`确认导入${showCount(report.rows)}道试题`}
          </Button>
        )}
      </div>
    </div>
  );
}
