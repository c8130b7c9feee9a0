import title from '@salesforce/label/c.MF_Order_Title';
import request from '@salesforce/label/c.MF_Order_Request';
import loading from '@salesforce/label/c.MF_Order_Loading';
import retry from '@salesforce/label/c.MF_Gate_Retry';
import noDeal from '@salesforce/label/c.MF_Order_No_Deal';
import empty from '@salesforce/label/c.MF_Order_Empty';
import submitted from '@salesforce/label/c.MF_Order_Submitted';
import people from '@salesforce/label/c.MF_Order_People';
import why from '@salesforce/label/c.MF_Order_Why';
import askedBy from '@salesforce/label/c.MF_Order_Asked_By';
import hours from '@salesforce/label/c.MF_Order_Hours';
import hoursEach from '@salesforce/label/c.MF_Order_Hours_Each';
import weeks from '@salesforce/label/c.MF_Order_Weeks';
import rank from '@salesforce/label/c.MF_Order_Rank';
import worth from '@salesforce/label/c.MF_Order_Worth';
import servingWorth from '@salesforce/label/c.MF_Order_Serving_Worth';
import personHours from '@salesforce/label/c.MF_Order_Person_Hours';
import answerDue from '@salesforce/label/c.MF_Order_Answer_Due';
import overdue from '@salesforce/label/c.MF_Order_Overdue';
import waits from '@salesforce/label/c.MF_Order_Waits';
import inTime from '@salesforce/label/c.MF_Order_In_Time';
import late from '@salesforce/label/c.MF_Order_Late';
import emergency from '@salesforce/label/c.MF_Order_Emergency';
import emergencyOpen from '@salesforce/label/c.MF_Order_Emergency_Open';
import edit from '@salesforce/label/c.MF_Order_Edit';
import reopen from '@salesforce/label/c.MF_Order_Reopen';
import recall from '@salesforce/label/c.MF_Order_Recall';
import cancel from '@salesforce/label/c.MF_Order_Cancel';
import accept from '@salesforce/label/c.MF_Order_Accept';
import sendBack from '@salesforce/label/c.MF_Order_Send_Back';
import approve from '@salesforce/label/c.MF_Order_Approve';
import recalled from '@salesforce/label/c.MF_Order_Recalled';
import cancelled from '@salesforce/label/c.MF_Order_Cancelled';
import sentBack from '@salesforce/label/c.MF_Order_Sent_Back';
import accepted from '@salesforce/label/c.MF_Order_Accepted';
import approved from '@salesforce/label/c.MF_Order_Approved';
import cancelOf from '@salesforce/label/c.MF_Order_Cancel_Of';
import sendBackOf from '@salesforce/label/c.MF_Order_Send_Back_Of';
import acceptOf from '@salesforce/label/c.MF_Order_Accept_Of';

/** The words of this component in the user's language. */
export const labels = {
  title,
  request,
  loading,
  retry,
  noDeal,
  empty,
  submitted,
  people,
  why,
  askedBy,
  hours,
  hoursEach,
  weeks,
  rank,
  worth,
  servingWorth,
  personHours,
  answerDue,
  overdue,
  waits,
  inTime,
  late,
  emergency,
  emergencyOpen,
  edit,
  reopen,
  recall,
  cancel,
  accept,
  sendBack,
  approve,
  recalled,
  cancelled,
  sentBack,
  accepted,
  approved,
  cancelOf,
  sendBackOf,
  acceptOf,
};
