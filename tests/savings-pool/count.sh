# Years, balance and services, counted again.
sh ../hat.sh savings-pool
