import type { ImportReport } from '@common/contract/imports';
import { checkIdNo, maskIdNo } from '@common/rules/idNo';
import { isPersonName, normaliseName } from '@common/rules/personName';
import { isPhone, maskPhone, normalisePhone } from '@common/rules/phone';
import { dayOf } from '@common/rules/shanghaiTime';
import { type Sex, TITLES, type Title } from '@common/terms';
import { Types } from 'mongoose';
import type { Actor, ServedFile } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { Column, SheetRow } from '../../sheets/columns';
import { createPendingImports } from '../../sheets/pendingImports';
import { readSheet } from '../../sheets/readSheet';
import { collectFaults, createSeen, type Faults, importReport } from '../../sheets/report';
import { writeTemplate } from '../../sheets/writeTemplate';
import type { Services } from '../services';
import { type LearnerDoc, learnerModel } from './model';
import { nextPersonnelNos } from './personnelNumbers';
import { sealedTo } from './presenter';

/** 人员导入: a unit's staff from Excel, all or none. They are approved at once and claim their record by registering. */
export interface StaffImport {
  template(): Promise<ServedFile>;
  /** Reads and checks; nothing is stored but the checked rows, sealed, for half an hour. @throws AppError FILE_INVALID. */
  check(unitId: string, bytes: Buffer): Promise<ImportReport>;
  /** @throws AppError IMPORT_EXPIRED; IDNO_TAKEN, and then nothing is written. */
  commit(unitId: string, importId: string, actor: Actor, requestId: string): Promise<{ added: number }>;
}

type Key = 'name' | 'idNo' | 'phone' | 'title' | 'department';
interface Person {
  row: number;
  name: string;
  idNo: string;
  sex: Sex;
  phone: string;
  title: Title;
  department: string;
}

const titleOf = new Map(Object.entries(TITLES).map(([code, label]) => [label as string, code as Title]));
const NAME: Column<Key> = {
  key: 'name',
  heading: '姓名',
  isRequired: true,
  hint: '必填。与身份证一致',
  width: 14,
};
const ID_NO: Column<Key> = {
  key: 'idNo',
  heading: '身份证号码',
  isRequired: true,
  isDigits: true,
  hint: '必填。18位，此列须为文本格式',
  width: 24,
};
const PHONE: Column<Key> = {
  key: 'phone',
  heading: '手机号',
  isRequired: true,
  isDigits: true,
  hint: '必填。本人手机号，用于登录时核对身份',
  width: 18,
};
const TITLE: Column<Key> = {
  key: 'title',
  heading: '职称',
  isRequired: true,
  hint: '必填。从列表选择',
  width: 16,
  choices: [...titleOf.keys()],
};
const DEPARTMENT: Column<Key> = { key: 'department', heading: '科室', hint: '选填。最多40字', width: 20 };
const COLUMNS: readonly Column<Key>[] = [NAME, ID_NO, PHONE, TITLE, DEPARTMENT];

const NUMBER_ATTEMPTS = 50;
const CHUNK = 1000;

export function createStaffImport(platform: Platform, services: Services): StaffImport {
  const { mongo, cipher, clock } = platform;
  const Learner = learnerModel(mongo);
  const pending = createPendingImports<Person[]>(platform, 'staff');

  /** The unit of each of these idNos that is registered already. */
  async function registered(people: readonly Person[]): Promise<Map<string, string>> {
    const hashes = new Map(people.map(({ idNo }) => [cipher.hash('idNo', idNo), idNo]));
    const found = await Learner.find(
      { idNoHash: { $in: [...hashes.keys()] } },
      { idNoHash: 1, unitId: 1 },
    ).lean();
    return new Map(found.map(({ idNoHash, unitId }) => [hashes.get(idNoHash) ?? '', String(unitId)]));
  }

  function docOf(person: Person, unitId: Types.ObjectId, personnelNo: string, now: Date) {
    const _id = new Types.ObjectId();
    const { name, idNo, sex, phone, title, department } = person;
    return {
      _id,
      name,
      idNo: cipher.seal(sealedTo('idNo', _id), idNo),
      idNoHash: cipher.hash('idNo', idNo),
      phone: cipher.seal(sealedTo('phone', _id), phone),
      phoneHash: cipher.hash('phone', phone),
      sex,
      title,
      unitId,
      inUnitSince: now,
      department,
      source: 'import' as const,
      personnelNo,
      approval: { state: 'approved' as const, submittedAt: now, decidedAt: now, decidedBy: unitId },
      createdAt: now,
    } satisfies Partial<LearnerDoc>;
  }

  /** All in one transaction; again where somebody else drew the same numbers. */
  async function write(unitId: string, people: readonly Person[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const numbers = await nextPersonnelNos(mongo, people.length);
      const now = new Date(clock.now());
      const docs = people.map((person, at) =>
        docOf(person, new Types.ObjectId(unitId), numbers[at] ?? '', now),
      );
      try {
        await mongo.transaction(async (session) => {
          for (let from = 0; from < docs.length; from += CHUNK) {
            await Learner.insertMany(docs.slice(from, from + CHUNK), { session });
          }
        });
        return;
      } catch (error) {
        if (!isDuplicate(error, 'personnelNo') || attempt === NUMBER_ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  return {
    template: async () => writeTemplate('人员导入模板', '人员', COLUMNS),
    async check(unitId, bytes) {
      const sheet = await readSheet(bytes, COLUMNS);
      const faults = collectFaults(sheet.faults);
      const today = dayOf(clock.now());
      const people = sheet.rows.map((row) => parse(row, today, faults));
      const known = await registered(people);
      const seen = createSeen();
      sheet.rows.forEach((row, at) => {
        const { idNo } = people[at] ?? {};
        const before = idNo ? seen(idNo, row.row) : null;
        const unit = idNo ? known.get(idNo) : undefined;
        if (before !== null) {
          faults.add(row, ID_NO, `与第${before}行的证件号码相同`);
        } else if (unit) {
          // Where else he is registered is not this unit's to know.
          const message =
            unit === unitId
              ? '此人已在本单位登记，请删除此行'
              : '此证件号码已被使用，请核对；如为调入人员请办理调动';
          faults.add(row, ID_NO, message);
        }
      });
      const importId = sheet.faults.length === 0 ? await pending.keep(unitId, people) : null;
      return importReport(COLUMNS, sheet, importId, shown);
    },
    async commit(unitId, importId, actor, requestId) {
      const people = await pending.take(unitId, importId);
      if (!people) {
        throw appError('IMPORT_EXPIRED');
      }
      try {
        await write(unitId, people);
      } catch (error) {
        if (!isDuplicate(error, 'idNoHash')) {
          throw error;
        }
        const known = await registered(people);
        const clash = people.find(({ idNo }) => known.has(idNo));
        throw appError('IDNO_TAKEN', {
          message: `第${clash?.row}行的证件号码刚刚已被使用，本次未写入任何人员，请重新上传文件核对`,
        });
      }
      await services.audit.append({
        actor,
        action: 'staff.imported',
        subject: `unit:${unitId}`,
        reason: `共${people.length}人`,
        requestId,
      });
      return { added: people.length };
    },
  };
}

/** A row as a person; what is wrong with it goes to the faults, and his idNo is '' where it is none. */
function parse(row: SheetRow<Key>, today: string, faults: Faults): Person {
  const { cells } = row;
  const name = normaliseName(cells.name);
  const idNo = checkIdNo(cells.idNo, today);
  const phone = normalisePhone(cells.phone);
  const title = titleOf.get(cells.title);
  const fault = (column: Column, wrong: string) =>
    faults.add(
      row,
      column,
      column.isRequired && !cells[column.key as Key] ? `请填写${column.heading}` : wrong,
    );
  if (!isPersonName(name)) {
    fault(NAME, '请填写与身份证一致的姓名');
  }
  if (!idNo.ok) {
    fault(ID_NO, idNo.message);
  }
  if (!isPhone(phone)) {
    fault(PHONE, '手机号格式不正确，请填写11位手机号');
  }
  if (!title) {
    fault(TITLE, `没有“${cells.title.slice(0, 20)}”这一职称，请从列表选择`);
  }
  if (cells.department.length > 40) {
    fault(DEPARTMENT, '科室名称过长，最多40字');
  }
  return {
    row: row.row,
    name,
    idNo: idNo.ok ? idNo.idNo : '',
    sex: idNo.ok ? idNo.sex : 'male',
    phone,
    title: title ?? 'other',
    department: cells.department,
  };
}

/** The preview, numbers masked. */
function shown(key: Key, text: string): string {
  if (key === 'idNo') {
    return maskIdNo(text);
  }
  return key === 'phone' ? maskPhone(text) : text;
}
