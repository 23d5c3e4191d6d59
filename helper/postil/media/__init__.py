"""What a picture says about itself: kind, size, whether it shows faces and says where it was made."""
