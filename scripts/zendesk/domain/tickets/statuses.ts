import type { Ticket } from '../../store/records.ts';

export const isSolved = (ticket: Ticket): boolean =>
    ticket.status === 'solved' || ticket.status === 'closed';
