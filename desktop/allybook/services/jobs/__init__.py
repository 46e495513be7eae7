"""What every long job needs: pages, patience, tickets, and an end."""
