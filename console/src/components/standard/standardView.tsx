import type { StandardTable } from '@common/contract/standards';
import { rowsByCategory } from '@common/rules/standardSearch';
import { CREDIT_CLASSES, STANDARD_CATEGORIES } from '@common/terms';
import { EmptyState } from '../states';
import { worthWords } from './standardWords';
import './standard.css';

interface Props {
  table: Pick<StandardTable, 'basis' | 'rows'>;
  /** Only rows that it is about. */
  word?: string;
}

/** 学分审核标准 as its readers see it: by category, on a phone one row under the other. */
export function StandardView({ table, word = '' }: Props) {
  const groups = rowsByCategory(table.rows, word);
  return (
    <>
      {table.basis && <p className="standard__basis">{table.basis}</p>}
      {groups.length === 0 && (
        <EmptyState
          isSmall
          title={word ? `标准中没有“${word}”` : '还没有填写标准'}
          hint={word ? '换一个词，例如 论文、进修、著作' : '填写后在这里查看'}
        />
      )}
      {groups.map(([category, rows]) => (
        <section key={category} className="standard__category">
          <h2>{STANDARD_CATEGORIES[category]}</h2>
          <table className="standard__table">
            <thead>
              <tr>
                <th>项目</th>
                <th>学分类别</th>
                <th>学分</th>
                <th>说明</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={JSON.stringify(row)}>
                  <th scope="row">{row.item}</th>
                  <td>
                    <span className="pill">{CREDIT_CLASSES[row.creditClass]}</span>
                  </td>
                  <td className="standard__worth">{worthWords(row)}</td>
                  <td className="standard__note">{row.note}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}
