import { Button } from 'antd';
import { client } from '../../api/session';
import { Upload } from '../../api/upload';
import { ImportSteps } from '../import/importSteps';
import type { CommitQuestions } from './importQuestions';

export interface TabProps {
  commit: CommitQuestions;
  onClose: () => void;
  /** 题库, 试卷. */
  place: string;
}

const COLUMNS = [
  { title: '试题类型', isRequired: true, note: '单选题或多选题' },
  { title: '题干', isRequired: true, note: '最多1000字；图片在导入后逐题添加' },
  { title: '选项A、选项B', isRequired: true, note: '最多300字' },
  { title: '选项C至选项J', note: '没有则不填，中间不要空' },
  { title: '正确答案', isRequired: true, note: '选项的字母，多选题如 ACD' },
  { title: '解析', note: '可不填' },
];

/** 模板导入试题 (manual 000 §二.2); here the yellow row may stay. */
export function TemplateTab({ commit, onClose, place }: TabProps) {
  return (
    <div className="import-questions__template">
      <ImportSteps
        unit="道试题"
        columns={COLUMNS}
        template={() => client.questionBank.questionTemplate({})}
        check={(file, onProgress) =>
          client.questionBank.checkQuestions({ file: new Upload(file, onProgress) })
        }
        commit={commit}
        commitNote={`确认后全部写入${place}；${place}中已有的不会重复写入。`}
        next={
          <Button type="primary" onClick={onClose}>
            完成
          </Button>
        }
      />
    </div>
  );
}
