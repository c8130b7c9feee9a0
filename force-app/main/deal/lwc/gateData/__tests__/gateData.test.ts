import { checksOf, gatesOf, rowsOf } from 'c/gateData';
import { gateAnswer } from 'components/gate-answer';

jest.mock('@salesforce/i18n/lang', () => ({ __esModule: true, default: 'zh-CN' }), { virtual: true });

describe('gateData for a Chinese user', () => {
  it('takes the Chinese of every pair, and English where there is none', () => {
    expect(gatesOf(gateAnswer()).map((gate) => gate.name)).toEqual(['投标准备', '投标准备', '投标准备']);
    expect(gatesOf(gateAnswer({ gates: [{ Id: 'g', 'Stage__r.Name_Zh__c': null }] }))[0]?.name).toBe('Bid preparation');
    expect(checksOf(gateAnswer())[0]?.title).toBe('技术标已评审');
  });

  it('reads an answer without rows as nothing', () => {
    expect(rowsOf(undefined, 'MF_Check__c')).toEqual([]);
    expect(checksOf({ uiapi: { query: {} } })).toEqual([]);
  });
});
