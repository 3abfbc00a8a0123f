/** Names the person for whom a request was made: where somebody else is signed in by now, nobody is. */
export const actingAsHeader = 'x-acting-as';
